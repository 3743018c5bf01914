package io.parcours.wording;

import io.parcours.live.Changes;
import io.parcours.wording.TextRefused.Reason;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The texts of the operator in force, and their versions. A change counts for what leaves after its commit. */
@Component
public class TextVersions {

    private final TextVersionRepository repository;
    private final Wordings wordings;
    private final OwnTexts own;
    private final Changes changes;
    private final Clock clock;

    TextVersions(TextVersionRepository repository, Wordings wordings, OwnTexts own, Changes changes, Clock clock) {
        this.repository = repository;
        this.wordings = wordings;
        this.own = own;
        this.changes = changes;
        this.clock = clock;
    }

    /** In the order of their codes. */
    @Transactional(readOnly = true)
    public List<EditableText> all() {
        Map<TextKey, Integer> versions = repository.versions();
        return wordings.codes().stream()
                .map(code -> wordings.text(code, versions))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<EditableText> find(String code) {
        return wordings.find(code, repository.versions());
    }

    /** Newest first; empty where the shipped text was never changed. */
    @Transactional(readOnly = true)
    public List<TextVersion> history(String code, String language) {
        return repository.history(new TextKey(code, language));
    }

    /**
     * Puts the text into these words.
     *
     * @param known the version that the person had before their eyes
     * @return the new version's number; {@code known} where the words are those in force already
     * @throws TextRefused where they cannot be saved so, or somebody else has saved meanwhile
     */
    @Transactional
    public int save(String code, String language, String words, int known, String by) {
        EditableText text = editable(code, language);
        String checked = TextCheck.checked(text, words, wordings.otherLabels(text, language));
        EditableText.Current current = text.current().get(language);
        if (current.version() == known && !current.borrowed() && current.text().equals(checked)) {
            return known;
        }
        boolean asShipped = current.translated() && checked.equals(current.shipped());
        return insert(new TextKey(code, language), asShipped ? null : checked, known, by);
    }

    /** Makes an older version the newest again. @throws TextRefused as {@link #save} */
    @Transactional
    public int back(String code, String language, int version, int known, String by) {
        TextKey key = new TextKey(code, language);
        TextVersion older = repository.history(key).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No version " + version + " of " + code));
        return older.shipped() ? shipped(code, language, known, by) : save(code, language, older.text(), known, by);
    }

    /**
     * Makes the shipped text count again, French where it came in French alone.
     *
     * @throws TextRefused as {@link #save}: another answer may be called so meanwhile
     */
    @Transactional
    public int shipped(String code, String language, int known, String by) {
        EditableText text = editable(code, language);
        TextCheck.checked(text, wordings.withoutOwn(text, language), wordings.otherLabels(text, language));
        return insert(new TextKey(code, language), null, known, by);
    }

    private int insert(TextKey key, String words, int known, String by) {
        List<TextVersion> before = repository.history(key);
        int newest = before.isEmpty() ? 0 : before.get(0).version();
        if (newest != known || !repository.insert(key, new TextVersion(known + 1, words, by, clock.instant()))) {
            throw new TextRefused(
                    Reason.CHANGED, before.isEmpty() ? "" : before.get(0).by());
        }
        own.changing();
        changes.touch(Set.of(OwnTexts.TOPIC));
        return known + 1;
    }

    private EditableText editable(String code, String language) {
        return wordings.find(code, repository.versions())
                .filter(text -> text.current().containsKey(language))
                .orElseThrow(() -> new NoSuchElementException("No text " + code + " in " + language));
    }
}
