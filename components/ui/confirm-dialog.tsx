"use client";

import { AlertDialog } from "radix-ui";
import { useState, type ReactNode } from "react";
import { Button } from "./button";
import { TextField } from "./text-field";

type ConfirmDialogProps = {
  /** The button that asks for it. */
  trigger: ReactNode;
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** The verb on the button that does it. */
  verb: string;
  /** What has to be typed, exactly, before the verb can be pressed: for what cannot be undone at all. */
  typed?: { label: string; text: string } | undefined;
  onConfirm: () => void;
};

type AnswersProps = Pick<ConfirmDialogProps, "verb" | "typed" | "onConfirm">;

/** What is asked to be typed, and the two answers. */
function Answers({ verb, typed, onConfirm }: AnswersProps) {
  const [text, setText] = useState("");
  return (
    <>
      {typed === undefined ? null : (
        <TextField
          label={typed.label}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <AlertDialog.Cancel asChild>
          <Button>Keep it</Button>
        </AlertDialog.Cancel>
        <AlertDialog.Action asChild>
          <Button variant="primary" disabled={typed !== undefined && text !== typed.text} onClick={onConfirm}>
            {verb}
          </Button>
        </AlertDialog.Action>
      </div>
    </>
  );
}

/** Asks before something that cannot simply be undone. Keeping things as they are has the focus. */
export function ConfirmDialog({ trigger, title, children, ...answers }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="bg-canvas/75 fixed inset-0 z-40" />
        <AlertDialog.Content className="bg-surface shadow-float fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 flex-col gap-4 overflow-y-auto rounded-md border p-6">
          <AlertDialog.Title className="text-lead font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="text-ink-soft flex flex-col gap-2">{children}</div>
          </AlertDialog.Description>
          <Answers {...answers} />
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
