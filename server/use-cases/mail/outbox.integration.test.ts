import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mailQueued, queueMail } from "../../mail/queue-mail";
import { openSmtpDoor } from "../../testing/smtp-door";
import type { SmtpDoor } from "../../testing/smtp-door";
import { createTestDeps } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { sendDueMail } from "./send-due-mail";
import { tendMails } from "./tend-mails";

const link = "http://127.0.0.1:1/reset?token=Zm9yLXlvdXItZXllcy1vbmx5LWFuZC1vbmx5LW9uY2UtISE";
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let smtp: SmtpDoor;
let deps: TestDeps;

beforeAll(async () => {
  smtp = await openSmtpDoor();
  deps = await createTestDeps({
    SMTP_URL: `smtp://127.0.0.1:${String(smtp.port)}`,
    MAIL_FROM: "ml-connector <sync@example.com>",
  });
});
beforeEach(async () => {
  smtp.refuse(null);
  smtp.mails.length = 0;
  await deps.db.mail.deleteMany();
});
afterAll(async () => {
  await deps.close();
  await smtp.stop();
});

async function queue(to = "ada@example.com", subject = "Set a new password"): Promise<string> {
  const content = {
    kind: "reset_password",
    to,
    subject,
    paragraphs: ["Hello."],
    action: { label: "Go", url: link },
  };
  const id = await queueMail(deps, deps.db, content);
  if (id === null) throw new Error("no mail can be sent");
  return id;
}

function stored(id: string) {
  return deps.db.mail.findUniqueOrThrow({ where: { id }, omit: { sealedBody: false } });
}

describe("a queued mail", () => {
  it("is sent once, however many processes are told of it, and then forgets what it said", async () => {
    const id = await queue();
    expect((await stored(id)).sealedBody).not.toContain("token");
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => sendDueMail(deps, { mailId: id })));
    expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "not due")).toHaveLength(7);
    expect(smtp.mails.map(({ to }) => to)).toEqual([["ada@example.com"]]);
    const { status, sealedBody, tries, error } = await stored(id);
    expect({ status, sealedBody, tries, error }).toEqual({
      status: "sent",
      sealedBody: null,
      tries: 1,
      error: null,
    });
  });

  it("bears an id by which a doubled mail is known, its sender, and text beside HTML", async () => {
    const id = await queue();
    await sendDueMail(deps, { mailId: id });
    const source = smtp.mails[0]?.source ?? "";
    expect(source).toContain(`Message-ID: <${id}@127.0.0.1>`);
    expect(source).toContain('From: "ml-connector" <sync@example.com>');
    expect(source).toContain("Auto-Submitted: auto-generated");
    expect(source).toMatch(/Content-Type: text\/plain/);
    expect(source).toMatch(/Content-Type: text\/html/);
  });

  it("goes to one address, whatever its text would mean as a list, and has no header but ours", async () => {
    const id = await queue("ada@example.com,eve@example.com", "Hi\r\nBcc: eve@example.com");
    expect(await sendDueMail(deps, { mailId: id })).toBe("failed");
    const other = await queue("ada@example.com", "Hi\r\nBcc: eve@example.com");
    await sendDueMail(deps, { mailId: other });
    expect(smtp.mails.map(({ to }) => to)).toEqual([["ada@example.com"]]);
    expect(smtp.mails[0]?.source).toContain("Subject: Hi Bcc: eve@example.com");
  });

  it("is stored with what it tells of, or not at all", async () => {
    const failed = deps.db.$transaction(async (transaction) => {
      await queueMail(deps, transaction, { kind: "test", to: "a@b.example", subject: "s", paragraphs: [] });
      throw new RangeError("the change did not come about");
    });
    await expect(failed).rejects.toThrow(RangeError);
    expect(await deps.db.mail.count()).toBe(0);
  });
});

describe("a mail server that refuses", () => {
  it("is asked again after a while for what may pass, each time later, until the mail is given up", async () => {
    smtp.refuse({ at: "rcpt", code: 450, words: "4.2.1 mailbox busy" });
    const id = await queue();
    const waits: number[] = [];
    for (let outcome = await sendDueMail(deps, { mailId: id }); outcome === "waiting";) {
      const { nextTryAt, error, sealedBody } = await stored(id);
      expect(error).toBe("The mail server answered 450 4.2.1 to RCPT TO.");
      expect(sealedBody).not.toBeNull();
      const waitMs = nextTryAt.getTime() - deps.clock.now().getTime();
      waits.push(Math.round(waitMs / minuteMs));
      expect(await sendDueMail(deps, { mailId: id })).toBe("not due");
      deps.clock.advance(waitMs + 1);
      outcome = await sendDueMail(deps, { mailId: id });
    }
    expect(waits.slice(0, 11)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    expect(waits.reduce((sum, wait) => sum + wait, 0) * minuteMs).toBeLessThanOrEqual(3 * dayMs);
    expect(waits.length).toBeGreaterThan(15);
    expect(await stored(id)).toMatchObject({ status: "failed", sealedBody: null });
  });

  it.each([
    ["rcpt", 550, "5.1.1 no such user", "The mail server answered 550 5.1.1 to RCPT TO."],
    ["data", 554, `5.7.1 I dislike ${link}`, "The mail server answered 554 5.7.1 to DATA."],
  ] as const)("is believed at once when it refuses the %s for good", async (at, code, words, sentence) => {
    smtp.refuse({ at, code, words });
    const id = await queue();
    expect(await sendDueMail(deps, { mailId: id })).toBe("failed");
    expect(await stored(id)).toMatchObject({ status: "failed", error: sentence, sealedBody: null });
  });

  it("is asked again when it refuses the sender: that is the operator's to mend, and no fault of the mail", async () => {
    smtp.refuse({ at: "mail", code: 550, words: "5.7.1 who are you" });
    const id = await queue();
    expect(await sendDueMail(deps, { mailId: id })).toBe("waiting");
    smtp.refuse(null);
    deps.clock.advance(minuteMs + 1);
    expect(await sendDueMail(deps, { mailId: id })).toBe("sent");
  });
});

describe("the minute's round", () => {
  it("asks again for mails whose event was lost, and forgets old ones", async () => {
    const id = await queue();
    expect(mailQueued(id)).toMatchObject({ name: "mail/mail.queued", data: { mailId: id } });
    expect(await tendMails(deps)).toBe(1);
    expect(deps.sent.at(-1)).toMatchObject({ name: "mail/mail.queued", data: { mailId: id } });
    await sendDueMail(deps, { mailId: id });
    expect(await tendMails(deps)).toBe(0);
    deps.clock.advance(31 * dayMs);
    await tendMails(deps);
    expect(await deps.db.mail.count()).toBe(0);
  });
});
