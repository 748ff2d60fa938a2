const groups = 8;
const networkGroups = 4;

/** IPv6 as it is written; nothing else that is counted (ids, e-mail addresses, IPv4) looks like it. */
const ipv6 = /^[0-9a-f]*:[0-9a-f:]*:[0-9a-f:]*$/i;
/** IPv4 as a socket that listens on both gives it. */
const mappedPrefix = /^::ffff:(?=\d+\.)/i;

/** The network (/64) of an IPv6 address: whoever has one of its addresses has all of them. */
function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const between = tail === undefined ? 0 : Math.max(0, groups - front.length - back.length);
  const all = [...front, ...Array.from({ length: between }, () => "0"), ...back];
  const network = all.slice(0, networkGroups).map((group) => parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** What a try is counted by: the subject itself, an IPv6 address by its network, whatever is not known as one. */
export function throttleSubject(subject: string | null): string {
  if (subject === null || subject === "") return "unknown";
  const [plain = ""] = subject.replace(mappedPrefix, "").split("%");
  return ipv6.test(plain) ? networkOf(plain) : subject.replace(mappedPrefix, "");
}
