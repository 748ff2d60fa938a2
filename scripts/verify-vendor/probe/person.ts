/** What only a person at a browser can do. */
export type Errand =
  | {
      readonly kind: "consent";
      readonly url: string;
      readonly decision: "allow" | "deny";
      readonly who: "yourself" | "another member";
    }
  | { readonly kind: "view-invoice"; readonly url: string; readonly invoiceId: number };

/** Whoever sits in front of the screen. */
export interface Person {
  /** Tells the person what to do; it is done some time after. */
  ask(errand: Errand): Promise<void>;
}

/** What to say to the person, in one or two lines. */
export function wordsFor(errand: Errand): string {
  if (errand.kind === "view-invoice") {
    return `Open this invoice as the customer, in a private window:\n  ${errand.url}`;
  }
  const act = errand.decision === "allow" ? "allow the access" : "refuse the access";
  const who = errand.who === "yourself" ? "" : " as another member of the same account";
  return `Open this address, sign in${who}, and ${act}:\n  ${errand.url}`;
}
