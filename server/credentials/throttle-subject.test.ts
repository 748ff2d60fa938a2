import { describe, expect, it } from "vitest";
import { throttleSubject } from "./throttle-subject";

describe("throttleSubject", () => {
  it.each([
    ["2001:db8:0:7::1", "2001:db8:0:7::/64"],
    ["2001:0DB8:0000:0007:ffff:1:2:3", "2001:db8:0:7::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["203.0.113.7", "203.0.113.7"],
    ["ada@example.com", "ada@example.com"],
    ["50%off@example.com", "50%off@example.com"],
    ["usr_01", "usr_01"],
    ["", "unknown"],
    [null, "unknown"],
  ])("counts %s as %s", (subject, counted) => {
    expect(throttleSubject(subject)).toBe(counted);
  });
});
