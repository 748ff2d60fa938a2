"use client";

import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { signOut } from "next-auth/react";
import { useTheme } from "next-themes";
import { useHydrated } from "../lib/use-hydrated";
import { Menu, MenuChoice, MenuHeading, MenuItem, MenuLine } from "../ui/menu";
import { themes } from "./themes";

const themeChoices = themes.map(({ value, label, icon: Icon }) => ({
  ...{ value, label },
  icon: <Icon aria-hidden className="size-4" />,
}));

function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  const isHydrated = useHydrated();
  return (
    <MenuChoice
      value={isHydrated ? (theme ?? "system") : "system"}
      onChange={setTheme}
      choices={themeChoices}
    />
  );
}

/** Who is signed in, their account, the theme, and the way out. */
export function AccountMenu({ name, email }: { name: string; email: string }) {
  const trigger = (
    <button
      type="button"
      aria-label={`Account ${name}`}
      className="hover:bg-hover flex h-10 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left transition-colors duration-150"
    >
      <span className="bg-sunken text-ink-soft grid size-6 shrink-0 place-items-center rounded-full border">
        <UserRound aria-hidden className="size-3.5" />
      </span>
      <span className="hidden min-w-0 flex-1 truncate md:block" dir="auto">
        {name}
      </span>
    </button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <div className="px-2 py-1">
        <p className="max-w-56 truncate font-medium" dir="auto">
          {name}
        </p>
        <p className="text-small text-ink-faint max-w-56 truncate">{email}</p>
      </div>
      <MenuLine />
      <MenuItem asChild>
        <Link href="/account">
          <UserRound aria-hidden className="size-4" />
          Your account
        </Link>
      </MenuItem>
      <MenuLine />
      <MenuHeading>Theme</MenuHeading>
      <ThemeChoice />
      <MenuLine />
      <MenuItem
        onSelect={() => {
          void signOut({ callbackUrl: "/" });
        }}
      >
        <LogOut aria-hidden className="size-4" />
        Sign out
      </MenuItem>
    </Menu>
  );
}
