/** Who is doing something, as the audit log keeps it. */
export type Actor = {
  /** Null for the product itself. */
  userId: string | null;
  /** A person's name, or the job's in words: "The callback watch". */
  name: string;
  email: string | null;
  /** Where the request came from; null for the product itself. */
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
};

/** A person who is signed in. */
export type Person = Actor & { userId: string; email: string };

/** The product itself, in one of its jobs. */
export function systemActor(name: string): Actor {
  return { userId: null, name, email: null, address: null, userAgent: null, requestId: null };
}
