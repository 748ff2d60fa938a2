import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import type { SMTPServerAddress, SMTPServerOptions } from "smtp-server";

/** What the server answers instead of taking a mail. */
export type SmtpRefusal = { at: "mail" | "rcpt" | "data"; code: number; words: string };

export type SmtpDoor = {
  port: number;
  /** Mails taken, as they came. */
  mails: { to: string[]; source: string }[];
  /** Passwords shown to it. */
  passwords: string[];
  /** From now on; null takes mails again. */
  refuse: (refusal: SmtpRefusal | null) => void;
  stop: () => Promise<void>;
};

/** A real mail server on a port of its own, which keeps what it takes. */
export async function openSmtpDoor(options: SMTPServerOptions = {}): Promise<SmtpDoor> {
  const mails: SmtpDoor["mails"] = [];
  const passwords: string[] = [];
  let refusal: SmtpRefusal | null = null;
  const answer = (at: SmtpRefusal["at"]): Error | null =>
    refusal?.at === at ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onAuth: ({ username, password }, _session, callback) => {
      passwords.push(password ?? "");
      callback(null, { user: username });
    },
    onMailFrom: (_address, _session, callback) => callback(answer("mail")),
    onRcptTo: (_address, _session, callback) => callback(answer("rcpt")),
    onData: (stream, session, callback) => {
      const to = session.envelope.rcptTo.map(({ address }: SMTPServerAddress) => address);
      text(stream).then((source) => {
        const refused = answer("data");
        if (!refused) mails.push({ to, source });
        callback(refused);
      }, callback);
    },
    ...options,
  });
  // A client that goes away in the middle is no fault of the server.
  server.on("error", () => undefined);
  const listening = server.listen(0, "0.0.0.0");
  await once(listening, "listening");
  return {
    port: portOf(server.server.address()),
    mails,
    passwords,
    refuse: (next) => {
      refusal = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return address.port;
}
