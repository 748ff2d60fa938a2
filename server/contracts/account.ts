import { z } from "zod";

/** Sign-up form. Length over composition rules. */
export const signUpInput = z.object({
  name: z.string().trim().min(1, "Please tell us your name.").max(100, "At most 100 characters."),
  email: z
    .email("This is not an e-mail address.")
    .max(254)
    .transform((text) => text.toLowerCase()),
  password: z
    .string()
    .min(10, "At least 10 characters; a few plain words are fine.")
    .max(200, "At most 200 characters."),
});
export type SignUpInput = z.output<typeof signUpInput>;

export const signInInput = z.object({
  email: z.email("This is not an e-mail address.").transform((text) => text.toLowerCase()),
  password: z.string().min(1, "Please type your password."),
});

export const createWorkspaceInput = z.object({
  name: z.string().trim().min(2, "At least 2 characters.").max(80, "At most 80 characters."),
});

const roles = ["owner", "admin", "editor", "viewer"] as const;
const roleSchema = z.enum(roles);

export const workspaceSummary = z.object({
  slug: z.string(),
  name: z.string(),
  role: roleSchema,
  /** The stand-ins that it is joined to and their pages (null where there is none); null when nothing is a stand-in's. */
  sandbox: z.object({ freshbooksUrl: z.string().nullable(), pipedriveUrl: z.string().nullable() }).nullable(),
});
export type WorkspaceSummary = z.output<typeof workspaceSummary>;

/** Every workspace-bound procedure names its workspace by slug. */
export const workspaceInput = z.object({ workspace: z.string().min(1).max(120) });

/** The same answer whether the e-mail was free or had an account: sign in next, and only its password gets in. */
export const signUpOutput = z.object({ email: z.string() });
