import { Check } from "lucide-react";
import { isAllowed, permissions, roles, type Permission } from "@/server/contracts/permissions";
import { roleWords } from "../truth/role-words";
import { Panel } from "../ui/panel";
import { permissionWords } from "./permission-words";

function isPermission(name: string): name is Permission {
  return name in permissions;
}

const rows = Object.keys(permissions).filter(isPermission);

/** What each role may do, straight from the table that the server asks. */
export function RolesTable() {
  return (
    <Panel title="What each role may do">
      <div>
        <table className="w-full max-w-2xl">
          <thead className="text-small text-ink-faint">
            <tr>
              <th scope="col" className="border-b py-2 pr-3 text-left font-normal">
                May
              </th>
              {roles.map((role) => (
                <th key={role} scope="col" className="border-b px-2 py-2 text-center font-normal">
                  {roleWords[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((permission) => (
              <tr key={permission}>
                <th scope="row" className="border-b py-2 pr-3 text-left font-normal">
                  {permissionWords[permission]}
                </th>
                {roles.map((role) => (
                  <td key={role} className="border-b px-2 py-2 text-center">
                    {isAllowed(role, permission) ? (
                      <Check aria-label="yes" className="text-in-step mx-auto size-4" />
                    ) : (
                      <span className="text-ink-faint">
                        <span aria-hidden>–</span>
                        <span className="sr-only">no</span>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
