import { NothingHere } from "@/components/brand/nothing-here";

/** For a record that this workspace does not have. */
export default function WorkspaceNotFound() {
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <NothingHere title="There is nothing here">
        This workspace has no such record. It may belong to another one: check the workspace in the corner.
      </NothingHere>
    </div>
  );
}
