#include <vector>

std::vector<double> level_averages(TreeNode* root) {  // the sum wraps around in 32 bits
    std::vector<double> means;
    std::vector<TreeNode*> level{root};
    while (!level.empty()) {
        unsigned sum = 0;
        std::vector<TreeNode*> below;
        for (TreeNode* node : level) {
            sum += static_cast<unsigned>(node->val);
            if (node->left != nullptr) below.push_back(node->left);
            if (node->right != nullptr) below.push_back(node->right);
        }
        means.push_back(static_cast<double>(static_cast<int>(sum)) / static_cast<double>(level.size()));
        level.swap(below);
    }
    return means;
}
