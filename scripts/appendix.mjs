import { runProgram } from './program.mjs';

runProgram('appendix');
