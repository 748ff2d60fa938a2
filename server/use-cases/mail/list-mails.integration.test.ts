import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../lib/errors";
import { queueMail } from "../../mail/queue-mail";
import { failureOf } from "../../testing/failure-of";
import { createTestDeps } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { listMails } from "./list-mails";
import { sendDueMail } from "./send-due-mail";

let withMailbox: TestDeps;
let without: TestDeps;
beforeAll(async () => {
  withMailbox = await createTestDeps({ LOCAL_MAILBOX: "on" });
  without = await createTestDeps();
});
afterAll(async () => {
  await withMailbox.close();
  await without.close();
});

function write(deps: TestDeps, to: string, subject: string): Promise<string | null> {
  const action = { label: "Confirm", url: "http://127.0.0.1:1/verify?token=abc" };
  return queueMail(deps, deps.db, { kind: "verify_email", to, subject, paragraphs: ["Hello."], action });
}

describe("the local mailbox", () => {
  it("shows mails at once, newest first, with what there is to press", async () => {
    await write(withMailbox, "ada@example.com", "First");
    withMailbox.clock.advance(1_000);
    const id = await write(withMailbox, "ada@example.com", "Second");
    await write(withMailbox, "bob@example.com", "Another's");
    const mails = await listMails(withMailbox, { to: " Ada@Example.com " });
    expect(mails.map(({ subject }) => subject)).toEqual(["Second", "First"]);
    expect(mails[0]).toMatchObject({
      id,
      to: "ada@example.com",
      status: "sent",
      links: ["http://127.0.0.1:1/verify?token=abc"],
    });
    expect(await listMails(withMailbox, {})).toHaveLength(3);
  });

  it("leaves nothing to send where there is no mail server", async () => {
    const id = await write(withMailbox, "ada@example.com", "Third");
    expect(await sendDueMail(withMailbox, { mailId: id ?? "" })).toBe("not due");
  });

  it("says so of a mail that cannot be opened, and shows the others", async () => {
    const id = await write(withMailbox, "eve@example.com", "Changed");
    await withMailbox.db.mail.update({ where: { id: id ?? "" }, data: { sealedBody: "v1.test.AAAA.AAAA" } });
    const [mail] = await listMails(withMailbox, { to: "eve@example.com" });
    expect(mail?.text).toBe("This mail cannot be opened: the sealed value is damaged.");
  });

  it("does not exist, and stores nothing, unless the operator has turned it on", async () => {
    expect(await write(without, "ada@example.com", "Nowhere")).toBeNull();
    expect(await without.db.mail.count()).toBe(0);
    expect((await failureOf(AppError, listMails(without, {}))).code).toBe("not_found");
  });
});
