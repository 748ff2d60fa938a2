/** What the webhook door answers, and what is still to be done once the answer has left. */
export type Received = {
  status: 204 | 401 | 404 | 429;
  afterwards: (() => Promise<void>) | null;
};
