package whatnow.knowledge;

class ThesaurusTest extends EmbeddingsContract {

    @Override
    protected Embeddings embeddings() {
        return new Thesaurus();
    }
}
