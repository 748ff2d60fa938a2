/** The NOTIFY channel by which processes tell each other that there is work. The payload is the sender's process id. */
export const wakeChannel = "engine_wake";
