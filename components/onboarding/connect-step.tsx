import type { ConnectEnvironment } from "@/server/contracts/connect";
import type { VendorConnectionDto } from "@/server/contracts/overview";
import { ConnectButtons } from "../truth/connect-buttons";
import { connectionOf, vendorNames } from "../truth/connection-look";
import { TokenForm } from "../truth/token-form";
import { StepFrame } from "./step-frame";

const words = {
  freshbooks: {
    lead: "FreshBooks is the ledger. We read its clients and invoices and register callbacks there; we never change anything else.",
    grants: [
      "Read clients, invoices, payments and credit notes",
      "Register callbacks, so that changes arrive within seconds",
    ],
  },
  pipedrive: {
    lead: "Pipedrive becomes the ledger's picture. Each client becomes an organization and each invoice a deal.",
    grants: [
      "Make and update organizations and deals",
      "Make the custom fields that hold the FreshBooks number, status, due date and amounts",
    ],
  },
} as const;

type ConnectStepProps = {
  slug: string;
  vendor: VendorConnectionDto["vendor"];
  connections: readonly VendorConnectionDto[];
  offers: readonly ConnectEnvironment[];
  /** The address that has to be confirmed first; null when nothing has to. */
  unverifiedEmail: string | null;
  allowsTokens: boolean;
};

/** Sends the person to the vendor's consent page, having said what will be asked for. */
export function ConnectStep(props: ConnectStepProps) {
  const { slug, vendor, connections, offers, unverifiedEmail, allowsTokens } = props;
  const name = vendorNames[vendor];
  return (
    <StepFrame title={`Connect ${name}`} lead={words[vendor].lead}>
      <div>
        <p className="text-small text-ink-faint mb-2">{name} will ask you to allow this:</p>
        <ul className="list-disc pl-5">
          {words[vendor].grants.map((grant) => (
            <li key={grant}>{grant}</li>
          ))}
        </ul>
      </div>
      <ConnectButtons
        slug={slug}
        connection={connectionOf(connections, vendor)}
        offers={offers}
        heldBack={
          unverifiedEmail === null ? null : "Confirm your e-mail address first, with the link in the mail."
        }
      />
      {vendor === "pipedrive" && allowsTokens && unverifiedEmail === null ? (
        <TokenForm slug={slug} environment={offers[0] ?? "live"} />
      ) : null}
    </StepFrame>
  );
}
