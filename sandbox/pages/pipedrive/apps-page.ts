import { html } from "hono/html";

import type { Company } from "../../pipedrive/company";
import type { User } from "../../pipedrive/user";
import type { PipedriveWorld } from "../../pipedrive/world";
import type { Page } from "../frame/frame";
import { actButton } from "../parts/form";
import { table } from "../parts/table";
import { hrefIn } from "./place";
import { webhookPart } from "./webhook-part";

function scopesOf(world: PipedriveWorld, company: Company, user: User): readonly string[] | undefined {
  return world.grants
    .installations()
    .find(({ companyId, userId }) => companyId === company.profile.id && userId === user.id)?.scopes;
}

function installed(
  company: Company,
  user: User,
  appName: string,
  scopes: readonly string[] | undefined,
): Page {
  if (scopes === undefined) return html`<span class="soft">no app</span>`;
  return html`<div class="stack">
    <span><strong>${appName}</strong> <small>${scopes.join(", ")}</small></span>
    ${actButton(hrefIn(company, `/apps/${user.id}/uninstall`), "Uninstall", {
      title: "The grant ends, and the app is told by a DELETE to its callback address.",
      name: `Uninstall ${appName} for ${user.name}`,
      isDangerous: true,
    })}
  </div>`;
}

function userRow(world: PipedriveWorld, company: Company, user: User): Page {
  const scopes = scopesOf(world, company, user);
  return html`<tr data-key="user-${user.id}">
    <td>
      <span dir="auto">${user.name}</span> <small>${user.isAdmin ? "administrator" : "user"}</small
      ><br /><small>${user.email} · ${user.id}</small>
    </td>
    <td class="full">${installed(company, user, world.app.clientId, scopes)}</td>
    <td class="full"><code title="API token of ${user.name}">${user.apiToken}</code></td>
    <td>
      ${
        user.isActive
          ? actButton(hrefIn(company, `/apps/${user.id}/deactivate`), "Deactivate", {
              title: "All tokens of this user stop working.",
              name: `Deactivate ${user.name}`,
              isDangerous: true,
            })
          : html`<span class="badge bad">✕ deactivated</span>`
      }
    </td>
  </tr>`;
}

function noticePart(world: PipedriveWorld, company: Company): Page {
  const notices = world.notices.filter(({ companyId }) => companyId === company.profile.id).reverse();
  if (notices.length === 0) return html``;
  const rows = notices.map(
    ({ at, url, userId, status }) =>
      html`<tr>
        <td class="nowrap">${at.slice(0, 19).replace("T", " ")}</td>
        <td class="full"><code>DELETE ${url}</code></td>
        <td>user ${userId}</td>
        <td>${status === 0 ? "no answer" : status}</td>
      </tr>`,
  );
  const columns = [{ label: "When" }, { label: "Notice" }, { label: "Of" }, { label: "Answer" }];
  return html`<section class="stack" aria-labelledby="notices-title">
    <h2 id="notices-title">Notices of uninstalling</h2>
    ${table("Notices", columns, rows)}
  </section>`;
}

/** The company's users, which apps they installed, and how to end that. */
export function appsPage(world: PipedriveWorld, company: Company): Page {
  const columns = [{ label: "User" }, { label: "Installed app" }, { label: "API token" }, { label: "" }];
  return html`<div class="head"><h1>Apps</h1></div>
    ${table(
      "Users and their apps",
      columns,
      [...company.users.values()].map((user) => userRow(world, company, user)),
    )}
    ${webhookPart(company)} ${noticePart(world, company)}`;
}
