"use client";

import type { Profile } from "@/server/contracts/security";
import { Panel } from "../ui/panel";
import { EmailPart } from "./email-part";
import { Foldable } from "./foldable";
import { LinkedPart } from "./linked-part";
import { NameForm } from "./name-form";
import { PasswordForm } from "./password-form";
import { SecondFactorPart } from "./second-factor-part";
import { SessionsPart } from "./sessions-part";
import { useProfile, type Sessions, type SignInMethods } from "./use-account";

type AccountScreenProps = { profile: Profile; sessions: Sessions; methods: SignInMethods };

/** Everything of the person's own: who they are, how they come in, and where they are signed in. */
export function AccountScreen({ profile: initial, sessions, methods }: AccountScreenProps) {
  const profile = useProfile(initial);
  const { hasPassword, identities, totp } = profile;
  const hasServices = methods.providers.length > 0 || identities.length > 0;
  return (
    <div className="flex flex-col gap-8">
      <Panel title="Profile">
        <NameForm name={profile.name} />
      </Panel>
      <Panel title="E-mail">
        <EmailPart profile={profile} />
      </Panel>
      <Panel title="Password">
        <div className="flex flex-col gap-4">
          {hasPassword ? null : (
            <p className="text-ink-soft">You have none: you come in by another way. You may set one.</p>
          )}
          <Foldable label={hasPassword ? "Change password" : "Set a password"}>
            <PasswordForm hasPassword={hasPassword} />
          </Foldable>
        </div>
      </Panel>
      <Panel title="Two-factor sign-in">
        <SecondFactorPart totp={totp} />
      </Panel>
      {hasServices ? (
        <Panel title="Linked sign-ins">
          <LinkedPart identities={identities} providers={methods.providers} />
        </Panel>
      ) : null}
      <Panel title="Sessions">
        <SessionsPart initial={sessions} />
      </Panel>
    </div>
  );
}
