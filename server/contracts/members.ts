import { z } from "zod";
import { emailSchema, workspaceInput } from "./account";
import { roleSchema } from "./permissions";

export const memberSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  isYou: z.boolean(),
  joinedAt: z.date(),
});
export type MemberDto = z.output<typeof memberSchema>;

export const invitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: roleSchema,
  invitedBy: z.string(),
  sentAt: z.date(),
  expiresAt: z.date(),
  isExpired: z.boolean(),
});
export type InvitationDto = z.output<typeof invitationSchema>;

export const listMembersOutput = z.object({
  members: z.array(memberSchema),
  /** Open ones; empty for those who may not manage members. */
  invitations: z.array(invitationSchema),
  /** Roles that the viewer may give, the weightiest first. */
  grantable: z.array(roleSchema),
});

export const changeRoleInput = workspaceInput.extend({ userId: z.string().max(40), role: roleSchema });
export const removeMemberInput = workspaceInput.extend({ userId: z.string().max(40) });
export const inviteInput = workspaceInput.extend({ email: emailSchema, role: roleSchema });
export const invitationInput = workspaceInput.extend({ invitationId: z.string().max(40) });

/** What whoever holds the link is told before they accept. */
export const invitationPreviewOutput = z.object({
  workspaceName: z.string(),
  invitedBy: z.string(),
  role: roleSchema,
  /** The address it is bound to. */
  email: z.string(),
  /** Whether that address has an account: sign in, or sign up. */
  hasAccount: z.boolean(),
});
/** Where they are in now. Somebody who was a member already keeps their role, which is the one said here. */
export const acceptInvitationOutput = z.object({
  slug: z.string(),
  role: roleSchema,
  wasMember: z.boolean(),
});
