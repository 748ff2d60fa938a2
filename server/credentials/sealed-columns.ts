import "server-only";
import { ConnectionEnvironment } from "../db/generated/enums";
import type { SealedPlace, SealedValue } from "../db/repos/sealed-value";
import { tenantOfRow } from "../db/tenant";
import { totpContext } from "./people/totp";
import type { SealContext } from "./seal";
import { tokenContext } from "./token-context";
import { unownedContext } from "./unowned-context";

/** A column of sealed values, and where a value of it opens. */
export type SealedColumn = SealedPlace & { contextOf: (value: SealedValue) => SealContext };

function tokenColumn(column: string, token: "access_token" | "refresh_token"): SealedColumn {
  return {
    ...{ table: "Connection", column, key: ["workspaceId", "id"], also: ["environment"] },
    contextOf: ({ key: [workspaceId = "", id = ""], also: [said] }) => {
      const environment =
        said === ConnectionEnvironment.sandbox ? ConnectionEnvironment.sandbox : ConnectionEnvironment.live;
      return tokenContext(tenantOfRow({ workspaceId }), { id, environment }, token);
    },
  };
}

function verifierColumn(column: string): SealedColumn {
  return {
    ...{ table: "Callback", column, key: ["workspaceId", "id"], also: [] },
    contextOf: ({ key: [workspaceId = "", rowId = ""] }) => ({ workspaceId, rowId, purpose: "verifier" }),
  };
}

/** Everything that is stored sealed: what a change of keys has to go through. Held against the schema by a test. */
export const sealedColumns: readonly SealedColumn[] = [
  tokenColumn("sealedAccessToken", "access_token"),
  tokenColumn("sealedRefreshToken", "refresh_token"),
  verifierColumn("sealedVerifier"),
  verifierColumn("sealedFormerVerifier"),
  {
    ...{ table: "User", column: "sealedTotpSecret", key: ["id"], also: [] },
    contextOf: ({ key: [userId = ""] }) => totpContext(userId),
  },
  {
    ...{ table: "Mail", column: "sealedBody", key: ["id"], also: [] },
    contextOf: ({ key: [id = ""] }) => unownedContext("mail", id),
  },
  {
    ...{ table: "HeldInstall", column: "sealedCode", key: ["hash"], also: [] },
    contextOf: ({ key: [hash = ""] }) => unownedContext("install_code", hash),
  },
];
