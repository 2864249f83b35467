import java.io.File;
import java.io.PrintStream;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.profiles.Profiles;

/** Says of each file how many axioms the OWL API reads in it, then, a line each, what OWL 2 DL forbids. */
public class Profile {
    public static void main(String[] files) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String name : files) {
            OWLOntology read = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(name));
            out.println("axioms\t" + name + "\t" + read.getAxiomCount());
            for (OWLProfileViolation found : Profiles.OWL2_DL.checkOntology(read).getViolations()) {
                out.println("violation\t" + name + "\t" + found);
            }
        }
    }
}
