import { z } from "zod";
import { roleSchema } from "./permissions";

/** An address as it is kept: lower case, no blanks around it. */
export const emailSchema = z
  .string()
  .trim()
  .max(254, "At most 254 characters.")
  .pipe(z.email("This is not an e-mail address."))
  .transform((text) => text.toLowerCase());

/** Length over composition rules. The server refuses common ones besides. */
export const newPasswordSchema = z
  .string()
  .min(10, "At least 10 characters; a few plain words are fine.")
  .max(200, "At most 200 characters.");

const personName = z.string().trim().min(1, "Please tell us your name.").max(100, "At most 100 characters.");

/** Sign-up form. */
export const signUpInput = z.object({ name: personName, email: emailSchema, password: newPasswordSchema });

export const renamePersonInput = z.object({ name: personName });

export const signInInput = z.object({
  email: emailSchema,
  password: z.string().min(1, "Please type your password."),
});

const workspaceName = z.string().trim().min(2, "At least 2 characters.").max(80, "At most 80 characters.");
export const createWorkspaceInput = z.object({ name: workspaceName });

export const workspaceSummary = z.object({
  slug: z.string(),
  name: z.string(),
  role: roleSchema,
  /** When it is erased; null unless an owner has asked for that. */
  eraseAt: z.date().nullable(),
  /** The stand-ins that it is joined to and their pages (null where there is none); null when nothing is a stand-in's. */
  sandbox: z.object({ freshbooksUrl: z.string().nullable(), pipedriveUrl: z.string().nullable() }).nullable(),
});
export type WorkspaceSummary = z.output<typeof workspaceSummary>;

/** Every workspace-bound procedure names its workspace by slug. */
export const workspaceInput = z.object({ workspace: z.string().min(1).max(120) });

export const renameWorkspaceInput = workspaceInput.extend({ name: workspaceName });
/** The name typed by hand, exactly. */
export const eraseWorkspaceInput = workspaceInput.extend({ typedName: z.string().max(120) });
export const eraseWorkspaceOutput = z.object({ eraseAt: z.date() });

/** The same answer whether the e-mail was free or had an account: sign in next, and only its password gets in. */
export const signUpOutput = z.object({ email: z.string() });
