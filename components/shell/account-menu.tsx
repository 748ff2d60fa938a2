"use client";

import { LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTheme } from "next-themes";
import { useHydrated } from "../lib/use-hydrated";
import { Menu, MenuChoice, MenuHeading, MenuItem, MenuLine } from "../ui/menu";

const themes = [
  { value: "light", label: "Light", icon: <Sun aria-hidden className="size-4" /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden className="size-4" /> },
  { value: "system", label: "As the system", icon: <Monitor aria-hidden className="size-4" /> },
] as const;

/** Who is signed in, the theme, and the way out. */
export function AccountMenu({ name, email }: { name: string; email: string }) {
  const { theme, setTheme } = useTheme();
  const isHydrated = useHydrated();
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
      <MenuHeading>Theme</MenuHeading>
      <MenuChoice value={isHydrated ? (theme ?? "system") : "system"} onChange={setTheme} choices={themes} />
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
