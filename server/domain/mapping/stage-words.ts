import type { InvoiceState } from "../invoice-states";

/** States that a stage can be named after; archived and deleted move no deal. */
export type NamedState = Exclude<InvoiceState, "archived" | "deleted" | "autopaid">;

/**
 * Beginnings of words by which people name stages (English, German, French, Spanish, Dutch, Italian, Portuguese),
 * without accents. In order: the first state whose word occurs wins, so that "Partly paid" is not taken for "Paid".
 */
const stageWords: readonly { state: NamedState; words: readonly string[] }[] = [
  {
    state: "partial",
    words: ["partial", "partly", "part paid", "deposit", "teil", "anzahlung", "partiel", "acompte"],
  },
  { state: "partial", words: ["parcial", "anticipo", "gedeelte", "deels", "aanbetal", "parzial", "acconto"] },
  { state: "disputed", words: ["disput", "strittig", "reklam", "litig", "geschil", "contest", "reclam"] },
  {
    state: "retrying",
    words: ["retry", "erneut", "nouvel essai", "reintent", "opnieuw", "riprov", "nova tentativa"],
  },
  {
    state: "failed",
    words: ["fail", "fehlgeschlagen", "echou", "echec", "fallid", "mislukt", "fallit", "falhou"],
  },
  {
    state: "declined",
    words: ["declin", "abgelehnt", "refus", "rechazad", "afgewezen", "rifiutat", "recusad"],
  },
  {
    state: "overdue",
    words: [
      "overdue",
      "past due",
      "late",
      "dunning",
      "collection",
      "uberfallig",
      "mahn",
      "verzug",
      "inkasso",
    ],
  },
  {
    state: "overdue",
    words: ["retard", "echu", "vencid", "moros", "atras", "achterstall", "te laat", "vervallen"],
  },
  { state: "overdue", words: ["scadut", "ritardo", "insolut"] },
  // Not paid is not paid: these go before the words for "paid" that they contain.
  {
    state: "sent",
    words: ["unpaid", "not paid", "unbezahlt", "nicht bezahlt", "impaye", "non pay", "no pag"],
  },
  {
    state: "sent",
    words: ["onbetaald", "niet betaald", "non pagat", "nao pag", "awaiting", "waiting", "pending"],
  },
  {
    state: "viewed",
    words: ["viewed", "seen", "opened", "gesehen", "geoffnet", "vu", "consulte", "vist", "leid"],
  },
  { state: "viewed", words: ["bekeken", "gezien", "geopend", "visualiz", "lido"] },
  {
    state: "paid",
    words: [
      "paid",
      "won",
      "settled",
      "closed",
      "complet",
      "bezahlt",
      "gewonnen",
      "erledigt",
      "paye",
      "regle",
    ],
  },
  {
    state: "paid",
    words: ["gagne", "pagad", "cobrad", "ganad", "betaald", "voldaan", "pagat", "saldat", "pago"],
  },
  {
    state: "draft",
    words: ["draft", "to invoice", "to bill", "entwurf", "brouillon", "borrador", "concept"],
  },
  { state: "draft", words: ["bozza", "rascunho", "prepar", "vorbereit"] },
  {
    state: "sent",
    words: ["sent", "issued", "invoiced", "billed", "gesendet", "versendet", "verschickt", "gestellt"],
  },
  {
    state: "sent",
    words: ["envoy", "emis", "enviad", "emitid", "verzonden", "verstuurd", "inviat", "emess", "open"],
  },
];

const pipelineWords = [
  ["invoic", "billing", "bills", "receivable", "freshbooks", "rechnung", "faktura", "forderung", "debitor"],
  ["factur", "cobro", "cobranza", "fattur", "fatura", "payment", "zahlung", "paiement", "pagos", "betaling"],
].flat();

/** Lower case, without accents, every run of other signs one space, a space at each end. */
function plain(name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();
  return ` ${ascii.replaceAll(/[^a-z0-9]+/g, " ").trim()} `;
}

/** Which state a stage is named after; null when its name says nothing of an invoice's life. */
export function stateNamedBy(stageName: string): NamedState | null {
  const text = plain(stageName);
  return stageWords.find(({ words }) => words.some((word) => text.includes(` ${word}`)))?.state ?? null;
}

/** Whether a pipeline is named after invoices or billing. */
export function isBillingName(pipelineName: string): boolean {
  const text = plain(pipelineName);
  return pipelineWords.some((word) => text.includes(` ${word}`));
}
