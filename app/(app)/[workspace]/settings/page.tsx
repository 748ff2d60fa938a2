import type { Metadata } from "next";
import { GeneralScreen } from "@/components/settings/general-screen";
import { ownWorkspace } from "../../../own-workspace";

export const metadata: Metadata = { title: "Settings" };

/** The workspace's name, and the ways out of it. */
export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  return <GeneralScreen workspace={await ownWorkspace(`/${slug}/settings`, slug)} />;
}
