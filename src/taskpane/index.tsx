import { registerCommands, type Commands } from '../commands';
import { leaveFirstPaint } from './firstPaint';

declare global {
  var placementAddin: Commands | undefined;
}

// Where office.js could not be loaded there is nothing to register with; the page says so.
if (globalThis.Office) registerCommands(globalThis);

const place = document.getElementById('root');
if (place) void leaveFirstPaint(place, globalThis.Office, () => import('./pane'));
