/** A function asks for something that this engine does not do, or that cannot be understood. Stops the start. */
export class UnsupportedFunctionError extends Error {
  override readonly name = "UnsupportedFunctionError";
  readonly functionId: string;
  readonly feature: string;

  constructor(functionId: string, feature: string, reason: string, options?: ErrorOptions) {
    super(`The function "${functionId}" cannot run on the embedded engine: ${feature}: ${reason}`, options);
    this.functionId = functionId;
    this.feature = feature;
  }
}

/** The SDK did not give its configuration when the engine asked for it. */
export class FunctionsUnreadableError extends Error {
  override readonly name = "FunctionsUnreadableError";
}

/** The engine is being stopped and takes no more work. */
export class EngineStoppedError extends Error {
  override readonly name = "EngineStoppedError";

  constructor() {
    super("The engine is stopping and takes no more events.");
  }
}

/** Other processes have given this one up for dead; it has to register again before it may hold jobs. */
export class ProcessGivenUpError extends Error {
  override readonly name = "ProcessGivenUpError";

  constructor(cause: unknown) {
    super("This process was given up for dead and has to register again before it takes work.", { cause });
  }
}
