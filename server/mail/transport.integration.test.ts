import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "../lib/env";
import { failureOf } from "../testing/failure-of";
import { openSmtpDoor } from "../testing/smtp-door";
import type { SmtpDoor } from "../testing/smtp-door";
import { MailError } from "./smtp-failure";
import { sendMail } from "./transport";

const mail = { id: "mai_1", to: "ada@example.com", subject: "s", text: "t", html: "<p>t</p>" };

function envFor(url: string) {
  return parseEnv({ SMTP_URL: url, MAIL_FROM: "sync@example.com" });
}

let plain: SmtpDoor;
let secure: SmtpDoor;
beforeAll(async () => {
  plain = await openSmtpDoor();
  secure = await openSmtpDoor({ disabledCommands: [], authOptional: false });
});
afterAll(async () => {
  await plain.stop();
  await secure.stop();
});

describe("sendMail", () => {
  it("signs in with the address's user and password, over STARTTLS", async () => {
    const query = "tls.rejectUnauthorized=false";
    await sendMail(envFor(`smtp://ada:s3cret%40x@127.0.0.2:${String(secure.port)}/?${query}`), mail);
    expect(secure.passwords).toEqual(["s3cret@x"]);
    expect(secure.mails).toHaveLength(1);
  });

  it("shows no password to another machine in the clear", async () => {
    const sending = sendMail(envFor(`smtp://ada:s3cret@127.0.0.2:${String(plain.port)}`), mail);
    const error = await failureOf(MailError, sending);
    expect(error.isPermanent).toBe(false);
    expect(plain.passwords).toEqual([]);
  });

  it("trusts no certificate that nobody vouches for", async () => {
    const sending = sendMail(envFor(`smtp://ada:s3cret@127.0.0.2:${String(secure.port)}`), mail);
    await failureOf(MailError, sending);
    expect(secure.passwords).toHaveLength(1);
  });

  it("takes a server that is not there for one that will be again", async () => {
    const gone = await openSmtpDoor();
    await gone.stop();
    const error = await failureOf(MailError, sendMail(envFor(`smtp://127.0.0.1:${String(gone.port)}`), mail));
    expect(error.isPermanent).toBe(false);
    expect(error.message).toMatch(/^The mail server was not reached \(E[A-Z]+\)\.$/);
  });

  it("takes a refused password for the operator's to mend", async () => {
    const picky = await openSmtpDoor({
      onAuth: (_auth, _session, callback) => callback(new Error("no")),
    });
    try {
      const sending = sendMail(envFor(`smtp://ada:wrong@127.0.0.1:${String(picky.port)}`), mail);
      const error = await failureOf(MailError, sending);
      expect(error.isPermanent).toBe(false);
      expect(error.message).toMatch(/^The mail server answered 535/);
    } finally {
      await picky.stop();
    }
  });
});
