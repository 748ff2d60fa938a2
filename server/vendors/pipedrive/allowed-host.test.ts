import { describe, expect, it } from "vitest";
import { isAllowedApiHost } from "./allowed-host";

const allowed = ["*.pipedrive.com", "127.0.0.1:4020", "pipedrive.test"];

describe("isAllowedApiHost", () => {
  it.each([
    "https://acme.pipedrive.com",
    "https://acme-sandbox.pipedrive.com/",
    "http://127.0.0.1:4020",
    "https://pipedrive.test",
  ])("allows %s", (address) => {
    expect(isAllowedApiHost(address, allowed)).toBe(true);
  });

  it.each([
    "http://acme.pipedrive.com",
    "https://pipedrive.com",
    "https://evilpipedrive.com",
    "https://pipedrive.com.evil.example",
    "https://acme.pipedrive.com.evil.example",
    "https://acme.pipedrive.com:8443",
    "https://acme.pipedrive.com/elsewhere",
    "https://acme.pipedrive.com?x=1",
    "https://acme.pipedrive.com#x",
    "https://user:secret@acme.pipedrive.com",
    "https://evil.example\\@acme.pipedrive.com",
    "http://127.0.0.1:4021",
    "http://127.0.0.1",
    "ftp://acme.pipedrive.com",
    "acme.pipedrive.com",
    "",
  ])("refuses %j", (address) => {
    expect(isAllowedApiHost(address, allowed)).toBe(false);
  });

  it("allows nothing when nothing is listed", () => {
    expect(isAllowedApiHost("https://acme.pipedrive.com", [])).toBe(false);
  });
});
