import type { Metadata } from "next";
import { OnboardingScreen } from "@/components/onboarding/onboarding-screen";
import { connectErrorSentence } from "../../../connect-error";
import { loadForPage } from "../../../server-api";
import { searchText, type SearchParams } from "../../../search-text";

export const metadata: Metadata = { title: "Set up" };

type OnboardingPageProps = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

/** From nothing to a published mapping; can be left at any step and taken up again. */
export default async function OnboardingPage({ params, searchParams }: OnboardingPageProps) {
  const { workspace } = await params;
  const query = await searchParams;
  const state = await loadForPage(`/${workspace}/onboarding`, (api) => api.onboarding.get({ workspace }));
  return (
    <OnboardingScreen
      slug={workspace}
      initial={state}
      connectError={connectErrorSentence(searchText(query["error"]), searchText(query["missing"]))}
    />
  );
}
