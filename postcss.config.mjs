/** Tailwind 4 needs its one PostCSS plugin and nothing else. */
const config = { plugins: { "@tailwindcss/postcss": {} } };

export default config;
