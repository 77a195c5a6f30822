/** What the measurement uses of wink-naive-bayes-text-classifier, which brings no types. */
declare module 'wink-naive-bayes-text-classifier' {
  interface NaiveBayes<Input> {
    defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): boolean;
    definePrepTasks(tasks: [(input: Input) => string[]] | []): number;
    learn(input: Input, label: string): boolean;
    consolidate(): boolean;
    predict(input: Input): string;
  }
  export default function naiveBayes<Input>(): NaiveBayes<Input>;
}

declare module 'wink-naive-bayes-text-classifier/src/prep-text.js' {
  /** The stems of a text's words, stop words left out, '!' before those that are denied. */
  export default function prepText(text: string): string[];
}
