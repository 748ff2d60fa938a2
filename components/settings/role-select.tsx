import { roles, type Role } from "@/server/contracts/permissions";
import { roleWords } from "../truth/role-words";
import { Select } from "../ui/select";

type RoleSelectProps = {
  label: string;
  value: Role;
  /** Roles that the viewer may give. */
  grantable: readonly Role[];
  isPending?: boolean;
  onChange: (role: Role) => void;
};

/** One of the roles; those that the viewer may not give are left out, but for the present one. */
export function RoleSelect({ label, value, grantable, isPending = false, onChange }: RoleSelectProps) {
  const offered = roles.filter((role) => role === value || grantable.includes(role));
  return (
    <Select
      aria-label={label}
      value={value}
      disabled={isPending}
      onChange={(event) => {
        const chosen = offered.find((role) => role === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {offered.map((role) => (
        <option key={role} value={role}>
          {roleWords[role]}
        </option>
      ))}
    </Select>
  );
}
