import { runProgram } from './program.mjs';

runProgram('check-accessibility');
