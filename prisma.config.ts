import { defineConfig } from "prisma/config";

/** Where Prisma's own command line finds the schema and the migrations. The application never reads this file. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
