import { HostObject } from '../host-object';
import type { Book } from '../model/book';

/** File, Info, Properties. */
export class DocumentProperties extends HostObject {
  readonly $className = 'DocumentProperties';

  constructor(private readonly $book: Book) {
    super();
  }

  get title(): string {
    return this.$book.facts.title;
  }
  set title(text: string) {
    this.$book.facts.title = text;
  }
  get subject(): string {
    return this.$book.facts.subject;
  }
  set subject(text: string) {
    this.$book.facts.subject = text;
  }
  get author(): string {
    return this.$book.facts.author;
  }
  set author(text: string) {
    this.$book.facts.author = text;
  }
  get keywords(): string {
    return this.$book.facts.keywords;
  }
  set keywords(text: string) {
    this.$book.facts.keywords = text;
  }
  get comments(): string {
    return this.$book.facts.comments;
  }
  set comments(text: string) {
    this.$book.facts.comments = text;
  }
  get category(): string {
    return this.$book.facts.category;
  }
  set category(text: string) {
    this.$book.facts.category = text;
  }
  get company(): string {
    return this.$book.facts.company;
  }
  set company(text: string) {
    this.$book.facts.company = text;
  }
  get manager(): string {
    return this.$book.facts.manager;
  }
  set manager(text: string) {
    this.$book.facts.manager = text;
  }
}
