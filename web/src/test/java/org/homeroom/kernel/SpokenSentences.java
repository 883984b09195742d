package org.homeroom.kernel;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The texts that stand in the product's sources, with {@code {0}}, {@code {1}} in place of what is
 * computed: an expression of several texts is one text, a choice between two is two.
 */
final class SpokenSentences {

    private static final List<String> MODULES = List.of("persistence", "ejb", "batch", "web");
    private static final Pattern COMPUTED = Pattern.compile("\0|%,?[sd]");

    private SpokenSentences() {}

    /** Returns what each source says, by its name. */
    static Map<String, Set<String>> bySource() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    found -> {},
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources()));
            Map<String, Set<String>> said = new TreeMap<>();
            for (CompilationUnitTree source : task.parse()) {
                Path file = Path.of(source.getSourceFile().toUri());
                Set<String> texts = new TreeSet<>();
                source.accept(new Listener(texts), null);
                said.put(file.getFileName().toString().replace(".java", ""), texts);
            }
            return said;
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static final class Listener extends TreeScanner<Void, Void> {

        private final Set<String> texts;

        Listener(Set<String> texts) {
            this.texts = texts;
        }

        // Annotations describe the interface for programmers.
        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void nothing) {
            if (!isText(sum)) {
                return super.visitBinary(sum, nothing);
            }
            texts(sum).stream().map(Listener::numbered).forEach(texts::add);
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                texts.add(numbered(text));
            }
            return null;
        }

        private static boolean isText(Tree tree) {
            if (tree instanceof BinaryTree sum && tree.getKind() == Tree.Kind.PLUS) {
                return isText(sum.getLeftOperand()) || isText(sum.getRightOperand());
            }
            if (tree instanceof ParenthesizedTree inner) {
                return isText(inner.getExpression());
            }
            if (tree instanceof ConditionalExpressionTree choice) {
                return isText(choice.getTrueExpression()) || isText(choice.getFalseExpression());
            }
            return tree instanceof LiteralTree literal && literal.getValue() instanceof String;
        }

        private static List<String> texts(Tree tree) {
            if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                return List.of(text);
            }
            if (!isText(tree)) {
                return List.of("\0");
            }
            if (tree instanceof ParenthesizedTree inner) {
                return texts(inner.getExpression());
            }
            if (tree instanceof ConditionalExpressionTree choice) {
                return Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                        .flatMap(one -> texts(one).stream())
                        .toList();
            }
            BinaryTree sum = (BinaryTree) tree;
            List<String> ends = texts(sum.getRightOperand());
            return texts(sum.getLeftOperand()).stream()
                    .flatMap(begin -> ends.stream().map(end -> begin + end))
                    .toList();
        }

        private static String numbered(String text) {
            Matcher computed = COMPUTED.matcher(text);
            StringBuilder numbered = new StringBuilder();
            for (int i = 0; computed.find(); i++) {
                computed.appendReplacement(numbered, "{" + i + "}");
            }
            return computed.appendTail(numbered).toString();
        }
    }
}
