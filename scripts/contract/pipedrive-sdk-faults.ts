import { Configuration, DealsApi } from "pipedrive/v2";
import type { OAuth2Configuration } from "pipedrive/v2";

import { newDeal } from "./pipedrive-sdk";
import type { PipedriveSdk } from "./pipedrive-sdk";

/** What a fault is looked for with: a grant of its own, which may be ended. */
export interface PipedriveFaultStand {
  readonly oauth: OAuth2Configuration;
  readonly sdk: PipedriveSdk;
  /** The status of `GET /api/v1/users/me` with this access token. */
  readonly statusWith: (accessToken: string) => Promise<number>;
  readonly advanceClock: (ms: number) => void;
}

/** A known fault of the official SDK: expected to be there, so that nobody mistakes it for one of the stand-in. */
export interface PipedriveSdkFault {
  readonly name: string;
  readonly source: string;
  readonly look: (stand: PipedriveFaultStand) => Promise<unknown>;
  readonly found: unknown;
}

async function thrown(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "nothing was thrown",
    (error: unknown) => error,
  );
}

const TWO_HOURS_MS = 7_200_000;

/** The faults of `pipedrive` 33.7 that show when it drives the stand-in. */
export const pipedriveSdkFaults: readonly PipedriveSdkFault[] = [
  {
    name: "a refusal is thrown as its body alone, without status and headers",
    source: "facts §10 (a)",
    look: ({ sdk }) => thrown(sdk.deals.getDeal({ id: 1 })),
    found: {
      success: false,
      error: "Entity was not found",
      error_info: "Object was not found.",
      data: null,
      additional_data: null,
    },
  },
  {
    name: "a success drops its headers, the limits among them",
    source: "facts §10 (b)",
    look: async ({ sdk }) => Object.keys(await sdk.pipelines.getPipelines({})).toSorted(),
    found: ["additional_data", "data", "success"],
  },
  {
    name: "a refused access token is not renewed, though the refresh token lives",
    source: "facts §10 (c)",
    look: async ({ oauth }) => {
      const token = await oauth.tokenRefresh();
      oauth.updateToken({ ...token, access_token: "dead" });
      const configuration = new Configuration({
        accessToken: oauth.getAccessToken,
        basePath: oauth.basePath,
      });
      return thrown(new DealsApi(configuration).getDeals({}));
    },
    found: {
      success: false,
      error: "unauthorized access",
      errorCode: 401,
      error_info: "Please check developers.pipedrive.com",
    },
  },
  {
    name: "the address for consent has no state",
    source: "facts §10 (d)",
    look: ({ oauth }) => Promise.resolve([...new URL(oauth.authorizationUrl).searchParams.keys()]),
    found: ["client_id", "redirect_uri"],
  },
  {
    name: "an old token that is put in looks fresh",
    source: "facts §10 (e)",
    look: async ({ oauth, advanceClock, statusWith }) => {
      const token = await oauth.tokenRefresh();
      advanceClock(TWO_HOURS_MS);
      oauth.updateToken(token);
      return { status: await statusWith(token.access_token), isOld: oauth.shouldRefreshToken() };
    },
    found: { status: 401, isOld: false },
  },
  {
    name: "two callers at once refresh twice",
    source: "facts §10 (f)",
    look: async ({ oauth }) => {
      const token = await oauth.tokenRefresh();
      oauth.updateToken({ ...token, expires_in: -1 });
      const [one, other] = await Promise.all([oauth.getAccessToken(), oauth.getAccessToken()]);
      return one === other;
    },
    found: false,
  },
  {
    name: "types say never null where life has null",
    source: "facts §10 (g)",
    look: async ({ sdk }) => {
      const { data } = await sdk.deals.getDeal({ id: await newDeal(sdk) });
      return { person_id: data?.person_id, expected_close_date: data?.expected_close_date };
    },
    found: { person_id: null, expected_close_date: null },
  },
  {
    name: "an access token to be revoked is encoded twice, and stays alive",
    source: "facts §13.8",
    look: async ({ oauth, statusWith }) => {
      const { access_token } = await oauth.tokenRefresh();
      await oauth.revokeToken("access_token");
      return {
        isEncodable: encodeURIComponent(access_token) !== access_token,
        status: await statusWith(access_token),
      };
    },
    found: { isEncodable: true, status: 200 },
  },
];
