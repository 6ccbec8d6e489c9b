// What a person does at the desk. To open the page costs more than most of these tests do: they share one browser and one
// page of each edition. Each part can be run by itself: node --test tests/page/desk/editor.mjs

import './desk/first_use.mjs';
import './desk/findings.mjs';
import './desk/editor.mjs';
import './desk/paste.mjs';
import './desk/files.mjs';
import './desk/takeaway.mjs';
import './desk/access.mjs';
import './desk/reports.mjs';
