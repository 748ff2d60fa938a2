import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import type { InvitationDto } from "@/server/contracts/members";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { MeaningBadge } from "../truth/meaning-badge";
import { oneOf } from "../truth/role-words";
import { Button } from "../ui/button";
import { RelativeTime } from "../ui/relative-time";

type InvitationRowProps = { slug: string; invitation: InvitationDto };

function useInvitationChanges({ slug, invitation: { email } }: InvitationRowProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const renew = () => queryClient.invalidateQueries(trpc.members.list.queryFilter({ workspace: slug }));
  const resend = useMutation(
    trpc.invitations.resend.mutationOptions({
      onSuccess: async () => {
        toast.success(`${email} is sent a new link`, { description: "The former one no longer works." });
        await renew();
      },
      onError: (error) => {
        toast.error("No new link was sent", { description: problemOf(error).sentence });
      },
    }),
  );
  const withdraw = useMutation(
    trpc.invitations.withdraw.mutationOptions({
      onSuccess: async () => {
        toast.success(`The invitation of ${email} is withdrawn`);
        await renew();
      },
      onError: (error) => {
        toast.error("The invitation still stands", { description: problemOf(error).sentence });
      },
    }),
  );
  return { resend, withdraw };
}

/** An invitation that nobody has taken up: until when it can be, and what may be done about it. */
export function InvitationRow(props: InvitationRowProps) {
  const { slug, invitation } = props;
  const { id, email, role, invitedBy, sentAt, expiresAt, isExpired } = invitation;
  const { resend, withdraw } = useInvitationChanges(props);
  const input = { workspace: slug, invitationId: id };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium">{email}</p>
        <p className="text-small text-ink-faint">
          As {oneOf(role)}, by <span dir="auto">{invitedBy}</span>, <RelativeTime at={sentAt} /> ·{" "}
          {isExpired ? "expired" : "expires"} <RelativeTime at={expiresAt} />
        </p>
      </div>
      <MeaningBadge meaning={isExpired ? "attention" : "waiting"} word={isExpired ? "Expired" : "Invited"} />
      <span className="flex gap-2">
        <Button
          size="sm"
          aria-label={`Resend the invitation of ${email}`}
          isPending={resend.isPending}
          onClick={() => {
            resend.mutate(input);
          }}
        >
          Resend
        </Button>
        <Button
          variant="quiet"
          size="sm"
          aria-label={`Withdraw the invitation of ${email}`}
          isPending={withdraw.isPending}
          onClick={() => {
            withdraw.mutate(input);
          }}
        >
          Withdraw
        </Button>
      </span>
    </li>
  );
}
