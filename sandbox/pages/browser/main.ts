import { moveCards } from "./board";
import { takeOverForms } from "./forms";
import { stayLive } from "./live";

takeOverForms();
moveCards();
stayLive();
