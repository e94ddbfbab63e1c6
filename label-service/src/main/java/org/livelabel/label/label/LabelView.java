package org.livelabel.label.label;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.words.MakerText;

/**
 * A label as the page shows it: every text is ready, the template only arranges.
 *
 * @param about model or kind of product, and its barcode
 * @param demonstration set if its number is from the range that GS1 keeps for demonstrations
 */
public record LabelView(
        String code,
        String title,
        String description,
        String icon,
        String maker,
        String name,
        String about,
        @Nullable String demonstration,
        Panel panel,
        @Nullable Advice advice,
        List<Fact> facts,
        String counts,
        List<Action> actions,
        List<Contents> contents,
        SupportSection support,
        @Nullable AnswerSections answers,
        ProofSection proof) {

    /**
     * @param href null where the text is all: what was given as its address leads to no page
     * @param external leads to another site: no referrer is sent and no credit given
     */
    public record Link(@Nullable String href, String text, boolean external) {}

    public record Contents(String section, String title) {}

    public record Action(String icon, String text, @Nullable String note, Link link) {}

    /**
     * The state of security updates; the first thing on the page.
     *
     * @param lead the words before the date, null if the heading is one sentence
     * @param big the date in words, or the sentence
     * @param dateTime the last day as ISO date, null if the heading is a sentence
     */
    public record Panel(
            String state,
            String tone,
            String icon,
            String tag,
            @Nullable String lead,
            String big,
            @Nullable String dateTime,
            String left,
            @Nullable TimeBar bar,
            List<Line> lines) {
        /** The heading as one sentence part, for titles and for the label as data. */
        public String heading() {
            return lead == null ? big : lead + " " + big;
        }
    }

    public record Line(
            String icon,
            @Nullable String strong,
            String text,
            @Nullable MakerText quote,
            @Nullable Link link) {}

    /** Positions in percent of the bar's width. */
    public record TimeBar(List<Piece> pieces, String now, String nowAnchor, String start, String end) {}

    /** @param kind past, kept or gone */
    public record Piece(String kind, String x, String width) {}

    public record Advice(String title, @Nullable String intro, List<Step> steps) {}

    public record Step(
            @Nullable String strong, String text, @Nullable Link link) {}

    /** Who says what a section says, and where it can be read. */
    public record Source(String text, List<Link> links) {}

    public record SupportSection(
            String summary,
            String caption,
            List<LedgerRow> ledger,
            @Nullable MakerText afterEnd,
            List<Row> otherDates,
            @Nullable Source source) {}

    /** @param broken a promise of the maker that was taken back */
    public record LedgerRow(
            String announced,
            String announcedOn,
            String until,
            boolean broken,
            String change,
            @Nullable MakerText reason) {}

    /**
     * One question and its answer.
     *
     * @param answer null where the value speaks for itself
     * @param value null if not stated or if the answer is all
     * @param basis set if this answer has another basis than the rest of its section
     */
    public record Row(
            String term,
            @Nullable Answer answer,
            @Nullable String value,
            @Nullable MakerText text,
            @Nullable Source basis,
            @Nullable Link link) {
        static Row stated(String term, String value) {
            return new Row(term, null, value, null, null, null);
        }

        static Row silent(String term) {
            return new Row(term, Answer.NOT_STATED, null, null, null, null);
        }
    }

    /** What the disclosure says; absent as a whole where nobody disclosed anything. */
    public record AnswerSections(
            CollectsSection collects,
            List<Row> shares,
            OfflineSection offline,
            List<Row> password,
            List<Row> protection,
            List<Row> updates,
            HandoverSection handover,
            List<Row> holes,
            Source source) {}

    public record CollectsSection(String summary, List<DataRow> rows, List<DataDetail> details) {}

    /** Cells are null where nothing is stated. */
    public record DataRow(
            DataName name,
            @Nullable String keptOnline,
            @Nullable String shared,
            @Nullable String sold,
            @Nullable String decline) {}

    public record DataName(MakerText text) {}

    public record DataDetail(DataName name, List<Row> rows) {}

    public record OfflineSection(
            Row works,
            List<MakerText> keeps,
            List<MakerText> stops,
            @Nullable MakerText safety) {}

    public record HandoverSection(
            List<MakerText> takeOver,
            List<MakerText> passOn,
            List<Row> rows,
            @Nullable String note) {}

    public record ProofSection(
            String answered,
            String unanswered,
            List<BasisCount> byBasis,
            List<Question> questions,
            List<String> paragraphs,
            List<Link> links) {}

    public record BasisCount(String basis, long answers, boolean silent) {}

    public record Question(String text, Answer answer, String chip) {}
}
