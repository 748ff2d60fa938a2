const promises = [
  {
    name: "Complete",
    promise: "Every client and invoice in scope is in Pipedrive, or the reason why not is on screen.",
    proof:
      "Four lists (in step, waiting, excluded, failing) always add up to everything FreshBooks holds. Nothing can fall between them.",
  },
  {
    name: "Once",
    promise: "Never two deals for one invoice, whatever crashes, times out, repeats or arrives out of order.",
    proof:
      "A deal is an intent in the database before it is a request. When an answer gets lost, we look for what it made; we do not ask again.",
  },
  {
    name: "Explained",
    promise: "For each value in Pipedrive: where it came from, by which rule, when, and in which request.",
    proof:
      "Every write is kept with what stood there before, what was sent, why, and Pipedrive's own request id. Any of them can be replayed.",
  },
] as const;

/** What is promised, and how each promise can be checked by the person who doubts it. */
export function Promises() {
  return (
    <section aria-labelledby="promises" className="pt-16">
      <h2 id="promises" className="text-title text-center font-semibold tracking-tight">
        Three promises you can check
      </h2>
      <div className="mt-8 grid gap-8 border-t pt-8 md:grid-cols-3">
        {promises.map(({ name, promise, proof }) => (
          <article key={name}>
            <h3 className="text-lead font-semibold">{name}</h3>
            <p className="mt-2">{promise}</p>
            <p className="text-micro text-ink-faint mt-4">How it is proved</p>
            <p className="text-ink-soft mt-1">{proof}</p>
          </article>
        ))}
      </div>
    </section>
  );
}
