import { leaveFirstPaint } from './firstPaint';

const place = document.getElementById('root');
if (place) void leaveFirstPaint(place, globalThis.Office, () => import('./pane'));
