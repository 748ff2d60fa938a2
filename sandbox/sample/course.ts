/** What has become of an invoice. */
export type Course =
  | "archived"
  | "autoFailed"
  | "autoPaid"
  | "autoRetry"
  | "declined"
  | "deleted"
  | "depositPaid"
  | "depositPartial"
  | "disputed"
  | "draft"
  | "overdue"
  | "overduePartial"
  | "paid"
  | "partial"
  | "resolved"
  | "sent"
  | "viewed";

/** How many of a thousand invoices take which course. */
const OF_A_THOUSAND: readonly (readonly [Course, number])[] = [
  ["paid", 500],
  ["sent", 140],
  ["viewed", 100],
  ["overdue", 75],
  ["draft", 60],
  ["partial", 60],
  ["overduePartial", 15],
  ["autoPaid", 15],
  ["archived", 8],
  ["deleted", 7],
  ["disputed", 5],
  ["depositPaid", 4],
  ["declined", 3],
  ["depositPartial", 2],
  ["resolved", 2],
  ["autoFailed", 2],
  ["autoRetry", 2],
];

/**
 * The courses of `count` invoices, in their shares to the invoice: shares are not drawn, so that each course is there
 * as soon as there is room for it.
 */
export function coursesFor(count: number): Course[] {
  let shareSoFar = 0;
  let given = 0;
  return OF_A_THOUSAND.flatMap(([course, share]) => {
    shareSoFar += share;
    const until = Math.round((shareSoFar * count) / 1000);
    const courses = Array.from({ length: until - given }, () => course);
    given = until;
    return courses;
  });
}
