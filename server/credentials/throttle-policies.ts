const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

type ThrottlePolicy = {
  /** So many tries pass at once; each one from this on begins a wait, every time twice as long. */
  free: number;
  firstWaitMs: number;
  mostWaitMs: number;
  /** After so long without a try the count begins anew. */
  forgetAfterMs: number;
  /**
   * What a success proves: that it was the account's own person (all is forgotten), or no more than that this one try
   * was no guess (one is taken back: an account of one's own must not wash away guesses at others').
   */
  onSuccess: "forget" | "one_back";
};

/**
 * What is counted, and how patiently. Kinds of an account bound guesses at one account wherever they come from (at
 * most 96 a day at a password); kinds of an address bound guesses at many accounts from one place, and allow for an
 * office that shares one.
 */
export const throttlePolicies = {
  sign_in_account: policy(5, minute, 15 * minute, day, "forget"),
  sign_in_address: policy(30, 30 * second, 15 * minute, hour, "one_back"),
  second_factor: policy(5, minute, hour, day, "forget"),
  /** The password asked for once more, of somebody signed in. */
  password_check: policy(5, minute, 15 * minute, day, "forget"),
  sign_up_address: policy(20, minute, hour, day, "one_back"),
  /** Mails asked for to one address; each is counted, whether or not anybody lives there. */
  mail_account: policy(3, minute, hour, 6 * hour, "one_back"),
  mail_address: policy(20, minute, hour, 6 * hour, "one_back"),
  invite_workspace: policy(50, minute, hour, day, "one_back"),
  /** Mailed tokens tried from one address. */
  token_address: policy(30, 30 * second, 15 * minute, hour, "one_back"),
} as const satisfies Record<string, ThrottlePolicy>;

function policy(
  free: number,
  firstWaitMs: number,
  mostWaitMs: number,
  forgetAfterMs: number,
  onSuccess: ThrottlePolicy["onSuccess"],
): ThrottlePolicy {
  return { free, firstWaitMs, mostWaitMs, forgetAfterMs, onSuccess };
}

export type ThrottleKind = keyof typeof throttlePolicies;
